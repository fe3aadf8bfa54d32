package ronda.tool.command;

import ronda.identify.post.Post;
import ronda.tool.door.Examined;

/** Looks at posts; shared by all workers. */
interface Examiner {
  Examined examine(Post post);
}
