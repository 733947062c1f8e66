/** The steps of curation: each keeps rows or drops them with a reason. */
@NullMarked
package org.openr1.data.curation.filter;

import org.jspecify.annotations.NullMarked;
