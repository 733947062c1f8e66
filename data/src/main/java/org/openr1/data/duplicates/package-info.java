/**
 * Removal of exact and near duplicates from data sets larger than memory, with a directory the user
 * names for what does not fit.
 */
@NullMarked
package org.openr1.data.duplicates;

import org.jspecify.annotations.NullMarked;
