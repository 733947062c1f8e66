// attack: the compiler takes a file of the host into the program
// expect: compile_error
fn main() {
    println!("ESCAPED {}", include_str!("@SECRET_FILE@"));
}
