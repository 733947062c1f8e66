@NullMarked
package org.openr1.model.tokenizer;

import org.jspecify.annotations.NullMarked;
