package io.midagoal.stub;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Keeps WireMock's output off the console. */
final class SilentNotifier implements Notifier {
  @Override
  public void info(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Throwable failure) {}
}
