package org.openr1.sandbox.local;

import java.io.IOException;
import org.openr1.sandbox.SandboxLimits;

/** Holds one tree of processes at a time within memory and a number of processes. */
interface Containment extends AutoCloseable {
  /** Processes of bubblewrap itself that live beside the program. */
  int OWN_PROCESSES = 2;

  /** Makes ready for the next tree. */
  void begin(SandboxLimits limits) throws IOException;

  /** Shell commands that put the shell that runs them into the containment; empty for none. */
  String joinCommands();

  /** Called once the tree's first process has started. */
  void started(long pid);

  /** Called at the end with the sandbox's own first process, which may have outlived bubblewrap. */
  void ending(long init);

  /** What it has used by now; limits are checked here too. */
  Usage usage() throws IOException;

  /** Kills what is left and waits until nothing is. */
  void end() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
