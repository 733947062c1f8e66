/** Reading GGUF files (llama.cpp's model format) and turning them into model directories. */
@NullMarked
package org.openr1.model.gguf;

import org.jspecify.annotations.NullMarked;
