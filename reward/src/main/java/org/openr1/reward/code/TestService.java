package org.openr1.reward.code;

/**
 * Runs submissions on tests: Piston workers or any sandbox.
 *
 * @param <P> kind of problem
 */
public interface TestService<P> {
  /**
   * Gets a submission ready.
   *
   * @throws IllegalArgumentException for a problem that this service cannot judge, naming why
   */
  Session open(P problem, String submission) throws InterruptedException;

  /** A submission that can be run on any number of tests, by many threads. */
  interface Session extends AutoCloseable {
    /** Runs one test. Failures of the service are replies, too. */
    TestReply run(TestCase test) throws InterruptedException;

    @Override
    void close();
  }
}
