package ronda.server.page;

import java.util.List;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;

/**
 * An entry of the menu. Declare one as a bean and it appears for all who hold one of its
 * permissions.
 *
 * @param order small numbers stand first; the desk's own pages take 100, 200, …
 * @param message the key of its words
 * @param path where it leads
 * @param permissions who sees it: whoever holds one of these
 */
public record MenuItem(int order, String message, String path, List<Permission> permissions) {
  public MenuItem(int order, String message, String path, Permission... permissions) {
    this(order, message, path, List.of(permissions));
  }

  boolean isFor(Caller caller) {
    return permissions.stream().anyMatch(caller::may);
  }
}
