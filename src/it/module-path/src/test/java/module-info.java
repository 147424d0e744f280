open module shop {
  requires io.midagoal;
  requires jdk.httpserver;
  requires org.junit.jupiter.api;
}
