// attack: never ends, and shutdown hooks do not either
// expect: time
// limits: wall=3s memory=512M
class Main {
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(Main::spin));
    spin();
  }

  static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
