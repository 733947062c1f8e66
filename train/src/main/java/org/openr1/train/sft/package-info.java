/** Supervised fine-tuning and pre-training: labels, packing, loss, trainer (TRL's SFTTrainer). */
@NullMarked
package org.openr1.train.sft;

import org.jspecify.annotations.NullMarked;
