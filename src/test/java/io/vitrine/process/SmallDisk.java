package io.vitrine.process;

import io.vitrine.Vitrine;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.sql.DriverManager;
import java.util.Arrays;

/**
 * The program in a process whose files cannot grow beyond some bytes, as on a disk that is full. Of
 * its arguments the first is that limit, the others are the program's.
 */
final class SmallDisk {

  /** RLIMIT_FSIZE of Linux and macOS. */
  private static final int FILE_SIZE = 1;

  private SmallDisk() {}

  public static void main(String[] arguments) throws Throwable {
    // The engine's own library is a file of 72 MB, unpacked when it is first used.
    DriverManager.getConnection("jdbc:duckdb:").close();
    limit(Long.parseLong(arguments[0]));
    Vitrine.main(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  @SuppressWarnings("restricted") // there is no other way to this call
  private static void limit(long bytes) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle setrlimit =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setrlimit"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment both = arena.allocateFrom(ValueLayout.JAVA_LONG, bytes, bytes);
      int failed = (int) setrlimit.invokeExact(FILE_SIZE, both);
      if (failed != 0) {
        throw new IllegalStateException("no limit of " + bytes + " bytes for files");
      }
    }
  }
}
