package io.vitrine;

import io.vitrine.accounts.FirstAdmin;
import io.vitrine.command.RunningServer;
import io.vitrine.demo.DemoTaker;
import io.vitrine.experiments.ForeignExperiments;
import io.vitrine.model.Comparison;
import io.vitrine.model.DataDays;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The product as a running Spring application; the commands' parts are beans of their features. */
final class SpringServer implements RunningServer {

  private final ConfigurableApplicationContext context;
  private final CountDownLatch closed = new CountDownLatch(1);

  SpringServer(ConfigurableApplicationContext context) {
    this.context = context;
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            closed.countDown();
          }
        });
  }

  @Override
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public Optional<FirstAdministrator> firstAdministrator() {
    return context
        .getBean(FirstAdmin.class)
        .made()
        .map(admin -> new FirstAdministrator(admin.username(), admin.password()));
  }

  @Override
  public DemoTaker intake() {
    return context.getBean(DemoTaker.class);
  }

  @Override
  public void tellOfExperiment(String key, Instant started) {
    context.getBean(ForeignExperiments.class).began(key, started);
  }

  @Override
  public void count() {
    context.getBean(DataDays.class).days().ifPresent(this::countVisitors);
  }

  private void countVisitors(Period days) {
    context
        .getBean(Answers.class)
        .ask(new Question.Totals(List.of(Metric.VISITORS), days, List.of(), Comparison.NONE));
  }

  @Override
  public void await() {
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
