package ronda.casework.office;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A person with a login (petugas).
 *
 * @param region where the person serves: the office's own region or a part of it
 * @param seesWorst whether the person agreed to be shown the worst categories
 */
public record Officer(
    UUID id,
    UUID office,
    String name,
    String email,
    Set<Role> roles,
    Region region,
    boolean seesWorst) {
  public Officer {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an officer has a name");
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an officer has a role, " + name + " has none");
    }
    roles = Set.copyOf(roles);
  }

  /** As this person is entered into a log: names are shared, a mail address is not. */
  public String signature() {
    return name + " <" + email + ">";
  }

  /** Whether any of this person's roles may do so. */
  public boolean may(Permission permission) {
    return roles.stream().anyMatch(role -> role.permissions().contains(permission));
  }

  /** All that this person may do. */
  public Set<Permission> permissions() {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> all.addAll(role.permissions()));
    return all;
  }

  /** The same person, who agrees, or no longer agrees, to be shown the worst categories. */
  public Officer seeingWorst(boolean agrees) {
    return new Officer(id, office, name, email, roles, region, agrees);
  }
}
