package ronda.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom PostgreSQL runs as. It refuses to be root, so that a hole in it does not open the machine;
 * but containers and small servers often start everything as root.
 *
 * <p>Started by an ordinary user, it runs as that user. Started by root on a folder that belongs to
 * an ordinary user, it steps down to the folder's owner. Started by root on root's own folder, it
 * gets a user namespace of its own, in which it is nobody and has none of root's powers, though it
 * still owns the folder's files.
 */
record PlainUser(List<String> prefix, int owner, int group) {
  private static final int ROOT = 0;
  private static final int AS_IT_IS = -1;

  PlainUser {
    prefix = List.copyOf(prefix);
  }

  /** Whom to run as for a folder that exists. */
  static PlainUser forFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return new PlainUser(List.of(), AS_IT_IS, AS_IT_IS);
    }
    if (own() != ROOT) {
      return new PlainUser(List.of(), AS_IT_IS, AS_IT_IS);
    }
    int owner = (int) Files.getAttribute(folder, "unix:uid");
    int group = (int) Files.getAttribute(folder, "unix:gid");
    if (owner == ROOT) {
      return new PlainUser(List.of("unshare", "--user", "--"), AS_IT_IS, AS_IT_IS);
    }
    return new PlainUser(
        List.of(
            "setpriv",
            "--reuid=" + owner,
            "--regid=" + group,
            "--clear-groups",
            "--no-new-privs",
            "--"),
        owner,
        group);
  }

  // Java has no geteuid: the owner of a file just made is who we are.
  private static int own() throws IOException {
    Path probe = Files.createTempFile("ronda", ".who");
    try {
      return (int) Files.getAttribute(probe, "unix:uid");
    } finally {
      Files.delete(probe);
    }
  }

  /** Makes a file that we created this user's. */
  void give(Path file) throws IOException {
    if (owner != AS_IT_IS) {
      Files.setAttribute(file, "unix:uid", owner);
      Files.setAttribute(file, "unix:gid", group);
    }
  }
}
