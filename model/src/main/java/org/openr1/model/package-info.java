/** Models on libtorch, tokenizer, chat template, generation. */
@NullMarked
package org.openr1.model;

import org.jspecify.annotations.NullMarked;
