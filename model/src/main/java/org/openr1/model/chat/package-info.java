/** Chat templates: from messages to the text a model was trained on, and back to its own tokens. */
@NullMarked
package org.openr1.model.chat;

import org.jspecify.annotations.NullMarked;
