package org.openr1.model.jinja;

import java.util.List;

/**
 * What {@code keys()}, {@code values()} and {@code items()} give.
 *
 * @param name Python's name of the type
 * @param items the elements at the time of the call
 */
record DictView(String name, List<Object> items) {}
