package ronda.server.page;

import java.util.Map;
import org.springframework.ui.Model;

/**
 * The page at the address of a file whose taking out is written down (pengambilan berkas): it has
 * the button and does nothing. A browser that fetches ahead, or a program that follows every link,
 * takes nothing out.
 */
public final class TakingOut {
  private TakingOut() {}

  /**
   * The page.
   *
   * @param name what the file is called
   * @param path where the button posts to
   * @param fields what it sends along, such as a filter
   * @param back where one goes who does not want the file
   */
  public static String page(
      String name, String path, Map<String, String> fields, String back, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("path", path);
    model.addAttribute("fields", fields);
    model.addAttribute("back", back);
    return "take-out";
  }
}
