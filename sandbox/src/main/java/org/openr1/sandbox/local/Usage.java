package org.openr1.sandbox.local;

import java.time.Duration;

/**
 * What a tree of processes has used so far.
 *
 * @param peakMemoryBytes the most memory at one time
 * @param outOfMemory whether it reached its limit of memory
 * @param outOfProcesses whether it reached its limit of processes
 */
record Usage(Duration cpu, long peakMemoryBytes, boolean outOfMemory, boolean outOfProcesses) {
  static final Usage NONE = new Usage(Duration.ZERO, 0, false, false);
}
