@NullMarked
package org.openr1.model.chat;

import org.jspecify.annotations.NullMarked;
