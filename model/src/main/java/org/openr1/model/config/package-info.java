/** Model configuration as Hugging Face's config.json states it. */
@NullMarked
package org.openr1.model.config;

import org.jspecify.annotations.NullMarked;
