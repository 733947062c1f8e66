/**
 * The pre-training corpus of the tiny world: like a base model's diet, mostly short and often wrong
 * answers, some work with slips, little of it checked or in the think/answer format, two languages
 * mixed. Only a pre-training stage reads it; no later stage may, since it holds worked solutions.
 */
@NullMarked
package org.openr1.data.corpus;

import org.jspecify.annotations.NullMarked;
