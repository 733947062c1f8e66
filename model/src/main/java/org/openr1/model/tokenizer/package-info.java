/** Text to token ids and back, from the tokenizer files of a Hugging Face model directory. */
@NullMarked
package org.openr1.model.tokenizer;

import org.jspecify.annotations.NullMarked;
