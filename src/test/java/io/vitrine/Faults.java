package io.vitrine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets a method of something real fail as often as a test wants. */
public final class Faults {

  private final String method;
  private final AtomicInteger left = new AtomicInteger();

  /**
   * Lets nothing fail yet.
   *
   * @param method name of the method that will fail
   */
  public Faults(String method) {
    this.method = method;
  }

  /** The next calls fail. */
  public void next(int calls) {
    left.set(calls);
  }

  /** The real thing, but for the calls that fail. */
  public <T> T before(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, called, arguments) -> call(real, called, arguments)));
  }

  private @Nullable Object call(Object real, Method called, Object @Nullable [] arguments)
      throws Throwable {
    if (called.getName().equals(method) && left.getAndUpdate(now -> Math.max(0, now - 1)) > 0) {
      throw new IllegalStateException("a fault that the test wants");
    }
    try {
      return called.invoke(real, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }
}
