package io.vitrine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Vitrine {

  public static void main(String[] arguments) {
    SpringApplication.run(Vitrine.class, arguments);
  }
}
