import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single OpenSearch node on a port of the loopback address: SingleNode PORT FOLDER. */
public final class SingleNode extends Node {

  private SingleNode(Environment environment) {
    super(
        environment,
        List.of(info(Netty4ModulePlugin.class), info(CommonAnalysisModulePlugin.class)),
        false);
  }

  private static PluginInfo info(Class<? extends Plugin> plugin) {
    return new PluginInfo(
        plugin.getName(),
        "from the class path",
        "1",
        Version.CURRENT,
        "25",
        plugin.getName(),
        List.of(),
        false);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    Settings settings =
        Settings.builder()
            .put("path.home", folder.toString())
            .put("path.data", folder.resolve("data").toString())
            .put("cluster.name", "bench")
            .put("node.name", "bench")
            .put("discovery.type", "single-node")
            .put("http.port", arguments[0])
            .put("network.host", "127.0.0.1")
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            // The disk of the machine may be full of other things; that is not what is measured.
            .put("cluster.routing.allocation.disk.threshold_enabled", "false")
            .build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "bench");
    SingleNode node = new SingleNode(environment);
    node.start();
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    node.close();
                  } catch (Exception failure) {
                    failure.printStackTrace();
                  }
                  end.countDown();
                }));
    end.await();
  }
}
