// attack: starts threads until refused
// expect: processes|blocked|wrong_exit|memory
// limits: wall=10s memory=512M processes=60
class Main {
  public static void main(String[] args) {
    int started = 0;
    try {
      while (started < 2000) {
        Thread thread = new Thread(Main::idle);
        thread.setDaemon(true);
        thread.start();
        started++;
      }
    } catch (Throwable e) {
      System.out.println("BLOCKED after " + started);
    }
    if (started >= 60) {
      System.out.println("ESCAPED " + started + " threads");
    }
    Runtime.getRuntime().halt(0);
  }

  static void idle() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
