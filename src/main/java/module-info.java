/** Proves in a real browser that visitors can reach the goals of Mida A/B tests. */
module io.midagoal {
  exports io.midagoal;
  exports io.midagoal.assertj;
  exports io.midagoal.client;
  exports io.midagoal.config;
  exports io.midagoal.experiment;
  exports io.midagoal.goal;
  exports io.midagoal.journey;
  exports io.midagoal.report;
  exports io.midagoal.stub;
  exports io.midagoal.verdict;
  exports io.midagoal.verify;

  // Jackson reads and writes records.
  opens io.midagoal.internal.facts to
      com.fasterxml.jackson.databind;
  opens io.midagoal.internal.page to
      com.fasterxml.jackson.databind;
  opens io.midagoal.report to
      com.fasterxml.jackson.databind;

  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires dev.failsafe.core;
  requires java.logging;
  requires java.net.http;
  requires org.apache.commons.text;
  requires org.opentest4j;
  requires org.seleniumhq.selenium.chrome_driver;
  requires transitive org.seleniumhq.selenium.api;
  requires static transitive org.jspecify;

  // Optional. WireMock is missing because neither of its jars works as a module: wiremock names a
  // service provider that it does not contain, and wiremock-standalone contains jspecify's package,
  // as the module org.jspecify does, which Selenium requires. MidaStub uses it from the class path.
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
}
