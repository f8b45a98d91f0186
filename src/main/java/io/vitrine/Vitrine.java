package io.vitrine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Vitrine {

  public static void main(String[] arguments) {
    SpringApplication.run(Vitrine.class, arguments);
  }
}
