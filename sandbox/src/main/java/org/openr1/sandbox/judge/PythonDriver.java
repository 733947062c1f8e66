package org.openr1.sandbox.judge;

import org.openr1.sandbox.Language;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;

/** The driver that loads candidates and answers calls; one process per candidate. */
final class PythonDriver {
  private PythonDriver() {}

  static PreparedProgram prepare(Sandbox sandbox) throws InterruptedException {
    return sandbox.prepare(Program.of(Language.PYTHON, Resources.text("driver.py")));
  }
}
