/** Reading and writing safetensors files, single or sharded. */
@NullMarked
package org.openr1.model.safetensors;

import org.jspecify.annotations.NullMarked;
