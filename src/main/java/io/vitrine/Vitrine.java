package io.vitrine;

import io.vitrine.command.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Vitrine {

  public static void main(String[] arguments) {
    System.exit(Commands.run(new SpringStart(), arguments));
  }
}
