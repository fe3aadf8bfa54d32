package ronda.server.page;

/**
 * A program asked with a parameter that cannot be what it says (parameter keliru). It is answered
 * with 400 and a problem that names the parameter: an answer to something else would be taken for
 * the answer.
 */
public final class WrongParameter extends RuntimeException {
  private final String name;

  /**
   * @param name of the parameter, as the address has it
   * @param why what it must be, as the end of a sentence that begins with its name
   */
  public WrongParameter(String name, String why) {
    super(name + " " + why, null, false, false);
    this.name = name;
  }

  String name() {
    return name;
  }
}
