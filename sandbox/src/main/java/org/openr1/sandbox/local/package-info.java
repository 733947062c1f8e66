/**
 * Running untrusted programs on this machine with bubblewrap: own namespaces, a read-only system, a
 * seccomp filter, and limits on the whole tree of processes by a control group or a watcher.
 */
@NullMarked
package org.openr1.sandbox.local;

import org.jspecify.annotations.NullMarked;
