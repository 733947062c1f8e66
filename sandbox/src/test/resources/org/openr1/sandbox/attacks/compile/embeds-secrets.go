// attack: the compiler takes a file of the host into the program
// expect: compile_error
package main

import (
	_ "embed"
	"fmt"
)

//go:embed @SECRET_FILE@
var secret string

func main() { fmt.Println("ESCAPED", secret) }
