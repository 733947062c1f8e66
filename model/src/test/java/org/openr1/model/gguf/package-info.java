@NullMarked
package org.openr1.model.gguf;

import org.jspecify.annotations.NullMarked;
