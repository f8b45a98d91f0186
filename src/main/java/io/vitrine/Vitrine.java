package io.vitrine;

import io.vitrine.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;

/** The program. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Vitrine {

  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
  private static final int MANY_CARRIERS = 64;

  /**
   * Runs a command. The build starts it too, up to the point where all beans are known, to write
   * down how each is made: the packaged program then neither searches its classes nor reads their
   * annotations when it starts.
   */
  public static void main(String[] arguments) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      SpringApplication.run(Vitrine.class, arguments);
      return;
    }
    spareCarriers();
    System.exit(Commands.run(new SpringStart(), arguments));
  }

  /**
   * A virtual thread that waits within the loading of a class keeps its carrier. With one carrier a
   * processor, two requests that load classes from the packed jar held both, while the one that had
   * the jar's lock waited for a carrier: the server hung at its first busy page.
   */
  private static void spareCarriers() {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, Integer.toString(MANY_CARRIERS));
    }
  }
}
