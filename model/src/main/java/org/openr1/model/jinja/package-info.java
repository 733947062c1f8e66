/**
 * The part of Jinja 2 that chat templates use, with Python's semantics for values and text.
 *
 * <p>Templates come from strangers: rendering cannot reach Java objects, cannot change its inputs,
 * and is bounded in depth, work and output. Text of messages is data and is never interpreted.
 */
@NullMarked
package org.openr1.model.jinja;

import org.jspecify.annotations.NullMarked;
