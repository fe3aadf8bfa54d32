package ronda.tool.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  private static final String ROWS =
      """
      {"id":"1","text":"main di contoh88 pasti menang","categories":["gambling"]}
      {"id":"2","text":"jangan main judol, sayang uangnya","categories":[]}
      {"id":"3","text":"lagunya enak didengar","categories":[]}
      """;

  @TempDir Path folder;

  @Test
  void takes_the_labels_that_the_recipe_gives_to_a_category() throws Exception {
    List<TrainingPost> posts = recipe("").posts(folder, folder);

    assertThat(posts.get(0).labels()).containsExactlyInAnyOrder("gambling", "stance:promotes");
    assertThat(posts.get(2).labels()).isEmpty();
  }

  @Test
  void takes_a_row_without_a_category_that_names_the_harm_for_a_mention() throws Exception {
    List<TrainingPost> posts = recipe("\"mentionsWhen\":[\"judol\"],").posts(folder, folder);

    assertThat(posts.get(1).labels()).containsExactly("stance:mentions");
    assertThat(posts.get(2).labels()).isEmpty();
  }

  @Test
  void says_nothing_about_labels_that_nobody_looked_for() throws Exception {
    List<TrainingPost> posts = recipe("\"silent\":[\"scam\"],").posts(folder, folder);

    assertThat(posts)
        .isNotEmpty()
        .allSatisfy(post -> assertThat(post.unknown()).containsExactly("scam"));
  }

  @Test
  void puts_invented_names_in_the_place_of_known_ones() throws Exception {
    Files.writeString(folder.resolve("names.txt"), "contoh88\n");
    String renaming = "\"renaming\":{\"names\":\"names.txt\",\"copies\":3,\"plain\":1},";

    List<TrainingPost> posts = recipe(renaming).posts(folder, folder);

    assertThat(posts).hasSize(6);
    assertThat(posts.subList(1, 4))
        .allSatisfy(
            post -> {
              assertThat(post.text())
                  .startsWith("main di ")
                  .endsWith(" pasti menang")
                  .doesNotContain("contoh88");
              assertThat(post.group()).isEqualTo("contoh88");
              assertThat(post.labels()).contains("gambling");
            });
  }

  @Test
  void makes_the_same_posts_again() throws Exception {
    Files.writeString(folder.resolve("a.grammar"), "[scam]\n- kirim ke <digits:9>\n");
    Files.writeString(folder.resolve("chat.tsv"), "kirim\tkrm\n");
    Recipe recipe = recipe("");

    assertThat(recipe.posts(folder, folder)).hasSize(23).isEqualTo(recipe.posts(folder, folder));
  }

  @Test
  void what_is_said_outright_is_implied_too() throws Exception {
    String labels = "\"gambling\",\"implied:gambling\",\"implied:scam\",\"scam\"";
    List<TrainingPost> posts = recipe("\"silent\":[\"scam\"],", labels, "").posts(folder, folder);

    assertThat(posts.get(0).labels()).containsExactlyInAnyOrder("gambling", "implied:gambling");
    assertThat(posts)
        .isNotEmpty()
        .allSatisfy(
            post -> assertThat(post.unknown()).containsExactlyInAnyOrder("scam", "implied:scam"));
  }

  @Test
  void what_is_only_implied_teaches_nothing_of_what_is_said_outright() throws Exception {
    Files.writeString(
        folder.resolve("b.grammar"),
        "[scam pornography stance:promotes]\n- <digits:9>\n[none]\n- halo <digits:9>\n");
    String labels =
        "\"gambling\",\"hate\",\"implied:pornography\",\"implied:scam\",\"scam\",\"stance:promotes\"";
    List<TrainingPost> posts =
        recipe("", labels, "{\"grammar\":\"b.grammar\",\"posts\":20}").posts(folder, folder);
    List<TrainingPost> implied = posts.subList(posts.size() - 20, posts.size());

    assertThat(implied)
        .allSatisfy(
            post ->
                assertThat(post.unknown()).containsExactlyInAnyOrder("gambling", "hate", "scam"));
    assertThat(implied.stream().map(TrainingPost::labels).distinct())
        .containsExactlyInAnyOrder(
            Set.of("implied:scam", "implied:pornography", "stance:promotes"), Set.of());
  }

  @Test
  void refuses_another_version_of_a_public_set() throws Exception {
    Recipe recipe = recipe("");
    Files.writeString(folder.resolve("rows.jsonl"), ROWS + "\n");

    assertThatThrownBy(() -> recipe.posts(folder, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another version");
  }

  @Test
  void refuses_a_field_that_means_nothing() {
    assertThatThrownBy(() -> recipe("\"wieght\":2,"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wieght");
  }

  private Recipe recipe(String more) throws Exception {
    String labels = "\"gambling\",\"scam\",\"stance:mentions\",\"stance:promotes\"";
    return recipe(more, labels, "");
  }

  private Recipe recipe(String more, String labels, String implied) throws Exception {
    Files.writeString(folder.resolve("rows.jsonl"), ROWS);
    if (!Files.exists(folder.resolve("a.grammar"))) {
      Files.writeString(folder.resolve("a.grammar"), "[none]\n- halo\n");
      Files.writeString(folder.resolve("chat.tsv"), "");
    }
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(ROWS.getBytes("UTF-8"));
    boolean made = Files.readString(folder.resolve("a.grammar")).startsWith("[scam]");
    String json =
        """
        {"name":"contoh","seed":1,"labels":[%s],
         "publicSets":[{"file":"rows.jsonl","sha256":"%s",%s
           "from":"https://example.org","licence":"MIT",
           "gives":{"gambling":["gambling","stance:promotes"]}}],
         "madeUp":[%s],"implied":[%s],"chat":"chat.tsv"}
        """
            .formatted(
                labels,
                HexFormat.of().formatHex(hash),
                more,
                made ? "{\"grammar\":\"a.grammar\",\"posts\":20,\"weight\":1}" : "",
                implied);
    return Recipe.read(Files.writeString(folder.resolve("recipe.json"), json));
  }
}
