package ronda.server.evidence;

import ronda.casework.intake.FoundPost;
import ronda.identify.post.Origin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A post as it was collected, with the fields of {@code POST /api/v1/posts}. */
final class PostJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PostJson() {}

  static String of(FoundPost found) {
    Origin origin = found.post().origin();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", found.post().id()).put("text", found.post().text());
    json.put("author", origin.author()).put("platform", origin.platform());
    json.put("url", origin.url());
    origin.postedAt().ifPresent(at -> json.put("postedAt", at.toString()));
    json.put("region", origin.region());
    origin.links().forEach(json.putArray("links")::add);
    origin.images().forEach(json.putArray("images")::add);
    json.put("receivedAt", found.receivedAt().toString());
    json.put("category", found.category().code());
    return json + "\n";
  }
}
