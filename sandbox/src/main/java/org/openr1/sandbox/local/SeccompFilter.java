package org.openr1.sandbox.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The filter on system calls, as a classic BPF program in the form that {@code bwrap --seccomp}
 * reads ({@code struct sock_filter[]}, seccomp(2)). Refused calls fail with EPERM; calls newer than
 * those known here, and {@code clone3} whose flags cannot be read, fail with ENOSYS.
 */
final class SeccompFilter {
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final int ALLOW = 0x7fff0000;
  private static final int ERRNO = 0x00050000;
  private static final int KILL = 0x80000000;

  private static final int LOAD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_GREATER = 0x25;
  private static final int JUMP_SET = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int SECOND_ARGUMENT = 24;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, NEWTIME. */
  private static final int NEW_NAMESPACES =
      0x00020000
          | 0x02000000
          | 0x04000000
          | 0x08000000
          | 0x10000000
          | 0x20000000
          | 0x40000000
          | 0x00000080;

  private static final int TIOCSTI = 0x5412;
  private static final int TIOCLINUX = 0x541C;
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  /**
   * What differs between processors.
   *
   * @param audit the kernel's number of the architecture
   * @param cloneCall number of clone(2)
   * @param clone3 number of {@code clone3}
   * @param ioctl number of {@code ioctl}
   * @param socket number of {@code socket}
   * @param last the last number that is known here
   * @param refused numbers of the calls that are refused whatever their arguments
   */
  private record Processor(
      int audit,
      int cloneCall,
      int clone3,
      int ioctl,
      int socket,
      int last,
      Map<String, Integer> refused) {}

  /** Numbers that all processors share (calls since Linux 5.0). */
  private static final Map<String, Integer> COMMON =
      Map.ofEntries(
          Map.entry("io_uring_setup", 425),
          Map.entry("io_uring_enter", 426),
          Map.entry("io_uring_register", 427),
          Map.entry("open_tree", 428),
          Map.entry("move_mount", 429),
          Map.entry("fsopen", 430),
          Map.entry("fsconfig", 431),
          Map.entry("fsmount", 432),
          Map.entry("fspick", 433),
          Map.entry("pidfd_getfd", 438),
          Map.entry("process_madvise", 440),
          Map.entry("mount_setattr", 442),
          Map.entry("quotactl_fd", 443),
          Map.entry("memfd_secret", 447),
          Map.entry("process_mrelease", 448));

  private static final Processor X86_64 =
      new Processor(
          0xC000003E,
          56,
          435,
          16,
          41,
          462,
          numbers(
              "ptrace 101 process_vm_readv 310 process_vm_writev 311 mount 165 umount2 166"
                  + " pivot_root 155 chroot 161 unshare 272 setns 308 keyctl 250 add_key 248"
                  + " request_key 249 bpf 321 userfaultfd 323 perf_event_open 298 init_module 175"
                  + " finit_module 313 delete_module 176 kexec_load 246 kexec_file_load 320"
                  + " reboot 169 swapon 167 swapoff 168 acct 163 quotactl 179 syslog 103"
                  + " settimeofday 164 clock_settime 227 clock_adjtime 305 adjtimex 159 iopl 172"
                  + " ioperm 173 modify_ldt 154 lookup_dcookie 212 open_by_handle_at 304"
                  + " name_to_handle_at 303 fanotify_init 300 sethostname 170 setdomainname 171"
                  + " vhangup 153 _sysctl 156 uselib 134 nfsservctl 180 move_pages 279"
                  + " migrate_pages 256 mbind 237 set_mempolicy 238 kcmp 312 memfd_create 319"
                  + " shmget 29 semget 64 msgget 68 mq_open 240 personality 135 create_module 174"
                  + " get_kernel_syms 177 query_module 178"
                  + " setxattr 188 lsetxattr 189 fsetxattr 190"));

  private static final Processor AARCH64 =
      new Processor(
          0xC00000B7,
          220,
          435,
          29,
          198,
          462,
          numbers(
              "ptrace 117 process_vm_readv 270 process_vm_writev 271 mount 40 umount2 39 pivot_root"
                  + " 41 chroot 51 unshare 97 setns 268 keyctl 219 add_key 217 request_key 218 bpf"
                  + " 280 userfaultfd 282 perf_event_open 241 init_module 105 finit_module 273"
                  + " delete_module 106 kexec_load 104 kexec_file_load 294 reboot 142 swapon 224"
                  + " swapoff 225 acct 89 quotactl 60 syslog 116 settimeofday 170 clock_settime 112"
                  + " clock_adjtime 266 adjtimex 171 lookup_dcookie 18 open_by_handle_at 265"
                  + " name_to_handle_at 264 fanotify_init 262 sethostname 161 setdomainname 162"
                  + " vhangup 58 nfsservctl 42 move_pages 239 migrate_pages 238 mbind 235"
                  + " set_mempolicy 237 kcmp 272 memfd_create 279 shmget 194 semget 190 msgget 186"
                  + " mq_open 180 personality 92"));

  private SeccompFilter() {}

  /** The program for the processor of that name ({@code os.arch}); empty for one not known. */
  static Optional<byte[]> of(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> Optional.of(program(X86_64));
      case "aarch64", "arm64" -> Optional.of(program(AARCH64));
      default -> Optional.empty();
    };
  }

  /** Names of the calls refused whatever their arguments. */
  static List<String> refused() {
    List<String> names = new ArrayList<>(new TreeMap<>(X86_64.refused).keySet());
    names.addAll(new TreeMap<>(COMMON).keySet());
    return names;
  }

  private static byte[] program(Processor processor) {
    Code code = new Code();
    code.add(LOAD, 0, 0, ARCHITECTURE);
    code.add(JUMP_EQUAL, 1, 0, processor.audit);
    code.add(RETURN, 0, 0, KILL);
    code.add(LOAD, 0, 0, NUMBER);
    // x32 calls carry bit 30, so this refuses them too.
    code.refuseAbove(processor.last, ENOSYS);
    code.refuse(processor.clone3, ENOSYS);
    processor.refused.values().stream().sorted().forEach(number -> code.refuse(number, EPERM));
    COMMON.values().stream().sorted().forEach(number -> code.refuse(number, EPERM));
    code.refuseFlags(processor.cloneCall, FIRST_ARGUMENT, NEW_NAMESPACES);
    code.refuseValues(processor.ioctl, SECOND_ARGUMENT, TIOCSTI, TIOCLINUX);
    code.allowOnly(processor.socket, FIRST_ARGUMENT, AF_UNIX, AF_INET, AF_INET6);
    code.add(RETURN, 0, 0, ALLOW);
    return code.bytes();
  }

  private static Map<String, Integer> numbers(String table) {
    Map<String, Integer> numbers = new TreeMap<>();
    List<String> words = List.of(table.split(" ", -1));
    for (int i = 0; i < words.size(); i += 2) {
      numbers.put(words.get(i), Integer.valueOf(words.get(i + 1)));
    }
    return numbers;
  }

  /** Instructions; jumps count the instructions that are skipped. */
  private static final class Code {
    private final List<long[]> instructions = new ArrayList<>();

    void add(int operation, int whenTrue, int whenFalse, int value) {
      instructions.add(new long[] {operation, whenTrue, whenFalse, value});
    }

    void refuse(int number, int errno) {
      add(JUMP_EQUAL, 0, 1, number);
      add(RETURN, 0, 0, ERRNO | errno);
    }

    void refuseAbove(int number, int errno) {
      add(JUMP_GREATER, 0, 1, number);
      add(RETURN, 0, 0, ERRNO | errno);
    }

    void refuseFlags(int number, int argument, int flags) {
      add(JUMP_EQUAL, 0, 4, number);
      add(LOAD, 0, 0, argument);
      add(JUMP_SET, 0, 1, flags);
      add(RETURN, 0, 0, ERRNO | EPERM);
      add(LOAD, 0, 0, NUMBER);
    }

    void refuseValues(int number, int argument, int... values) {
      add(JUMP_EQUAL, 0, 2 + 2 * values.length, number);
      add(LOAD, 0, 0, argument);
      for (int value : values) {
        refuse(value, EPERM);
      }
      add(LOAD, 0, 0, NUMBER);
    }

    void allowOnly(int number, int argument, int... values) {
      add(JUMP_EQUAL, 0, 2 + values.length, number);
      add(LOAD, 0, 0, argument);
      for (int i = 0; i < values.length; i++) {
        add(JUMP_EQUAL, values.length - i, 0, values[i]);
      }
      add(RETURN, 0, 0, ERRNO | EPERM);
    }

    byte[] bytes() {
      ByteBuffer buffer =
          ByteBuffer.allocate(8 * instructions.size()).order(ByteOrder.nativeOrder());
      for (long[] instruction : instructions) {
        buffer
            .putShort((short) instruction[0])
            .put((byte) instruction[1])
            .put((byte) instruction[2])
            .putInt((int) instruction[3]);
      }
      return buffer.array();
    }
  }
}
