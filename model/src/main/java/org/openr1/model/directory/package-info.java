/** Model directories as a whole: weights, tokenizer, chat template, generation settings. */
@NullMarked
package org.openr1.model.directory;

import org.jspecify.annotations.NullMarked;
