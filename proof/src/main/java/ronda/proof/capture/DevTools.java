package ronda.proof.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a browser is steered: questions and answers in the DevTools protocol, over a pipe that nobody
 * else holds. A port would let any other user of the machine steer it.
 */
final class DevTools {
  /** What the browser tells unasked and somebody here waits for. */
  static final String TIME_IS_UP = "Emulation.virtualTimeBudgetExpired";

  private static final String ASKS_THE_READER = "Page.javascriptDialogOpening";
  private static final Set<String> HEARD = Set.of(TIME_IS_UP, ASKS_THE_READER);

  /** No message is longer, in bytes: a picture of a page in base 64 has room. */
  private static final int LONGEST = 48 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST).build())
                  .build())
          .build();

  /** What stands in the queue when the browser is gone. */
  private static final JsonNode GONE = JsonNodeFactory.instance.nullNode();

  private final OutputStream questions;
  private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
  private int asked;

  DevTools(InputStream answers, OutputStream questions) {
    this.questions = questions;
    Thread.ofVirtual().name("capture-browser").start(() -> listen(answers));
  }

  private void listen(InputStream answers) {
    try (var in = new BufferedInputStream(answers, 1 << 16)) {
      while (true) {
        JsonNode message = JSON.readTree(message(in));
        if (message.has("id") || HEARD.contains(message.path("method").asString(""))) {
          told.add(message);
        }
      }
    } catch (IOException | JacksonException over) {
      told.add(GONE);
    }
  }

  /** A message; a NUL stands behind each. */
  private static byte[] message(InputStream in) throws IOException {
    var message = new ByteArrayOutputStream();
    for (int b = in.read(); b != 0; b = in.read()) {
      if (b < 0 || message.size() == LONGEST) {
        throw new IOException("the browser is gone, or says too much");
      }
      message.write(b);
    }
    return message.toByteArray();
  }

  /**
   * Asks for something and waits for the answer: the browser's end is what ends the waiting.
   *
   * @param session the page or frame that is asked; empty for the browser itself
   * @throws IOException if the browser is gone or cannot do it
   */
  JsonNode ask(String session, String method, Map<String, ?> with) throws IOException {
    int id = send(session, method, with);
    while (true) {
      JsonNode answer = next(Long.MAX_VALUE);
      if (answer.path("id").asInt(0) == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.path("error").path("message").asString(""));
        }
        return answer.path("result");
      }
      mind(answer);
    }
  }

  /** Waits until the browser tells of this, or so long. */
  void await(String event, long seconds) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      JsonNode message = next(left);
      if (message.path("method").asString("").equals(event)) {
        return;
      }
      mind(message);
    }
  }

  /** A page that asks its reader something is told no: it would wait for ever. */
  private void mind(JsonNode message) throws IOException {
    if (message.path("method").asString("").equals(ASKS_THE_READER)) {
      String session = message.path("sessionId").asString("");
      send(session, "Page.handleJavaScriptDialog", Map.of("accept", false));
    }
  }

  private int send(String session, String method, Map<String, ?> with) throws IOException {
    ObjectNode question = JSON.createObjectNode().put("id", ++asked).put("method", method);
    question.set("params", JSON.valueToTree(with));
    if (!session.isEmpty()) {
      question.put("sessionId", session);
    }
    questions.write((question + "\0").getBytes(StandardCharsets.UTF_8));
    questions.flush();
    return asked;
  }

  /** The next message; an empty one where none comes in that time. */
  private JsonNode next(long nanos) throws IOException {
    try {
      JsonNode message = told.poll(nanos, TimeUnit.NANOSECONDS);
      if (message == GONE) {
        told.add(GONE);
        throw new IOException("the browser is gone");
      }
      return message == null ? JSON.missingNode() : message;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(Obstacle.Kind.STOPPED);
    }
  }
}
