import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Prints how long the methods and files below a folder are. A method's length is the number of
 * lines between its braces; methods without a body do not count. With {@code --strict} the exit
 * code is 1 when a limit is broken.
 */
class Sizes {

  private record Sized(String name, int lines) {}

  private record Limit(String name, int value, int most) {
    boolean holds() {
      return value <= most;
    }

    @Override
    public String toString() {
      return String.format("%-22s %4d  (at most %d)%s", name, value, most, holds() ? "" : "  TOO LONG");
    }
  }

  void main(String[] arguments) throws IOException {
    List<Path> files = files(Path.of(arguments[0]));
    List<Sized> methods = methods(files);
    List<Sized> lengths = lengths(files);
    List<Limit> limits =
        List.of(
            new Limit("method median", percentile(methods, 0.5), 5),
            new Limit("method p90", percentile(methods, 0.9), 15),
            new Limit("file p90", percentile(lengths, 0.9), 250),
            new Limit("file longest", percentile(lengths, 1), 500));
    IO.println(methods.size() + " methods in " + lengths.size() + " files, lengths in lines");
    limits.forEach(IO::println);
    longest(methods).forEach(method -> IO.println("  " + method.lines() + "  " + method.name()));
    boolean strict = List.of(arguments).contains("--strict");
    System.exit(strict && !limits.stream().allMatch(Limit::holds) ? 1 : 0);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Sized> lengths(List<Path> files) throws IOException {
    List<Sized> lengths = new ArrayList<>();
    for (Path file : files) {
      lengths.add(new Sized(file.getFileName().toString(), Files.readAllLines(file).size()));
    }
    return lengths;
  }

  private static List<Sized> methods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
      Finder finder = new Finder(Trees.instance(task).getSourcePositions());
      task.parse().forEach(unit -> finder.scan(unit, null));
      return finder.found;
    }
  }

  private static List<Sized> longest(List<Sized> methods) {
    return methods.stream().sorted(Comparator.comparingInt(Sized::lines).reversed()).limit(5).toList();
  }

  private static int percentile(List<Sized> sized, double part) {
    List<Integer> lines = sized.stream().map(Sized::lines).sorted().toList();
    return lines.isEmpty() ? 0 : lines.get((int) Math.ceil(part * lines.size()) - 1);
  }

  /** Collects the methods of parsed files. */
  private static final class Finder extends TreePathScanner<Void, Void> {

    private final SourcePositions positions;
    private final List<Sized> found = new ArrayList<>();

    Finder(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method.getBody()));
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        found.add(new Sized(file + " " + method.getName(), (int) Math.max(0, last - first - 1)));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
