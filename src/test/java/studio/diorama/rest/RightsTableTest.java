package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;

/// Walks every operation of the OpenAPI document through every role, and through those without one.
@QuarkusTest
@TestProfile(StudioProfile.class)
class RightsTableTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    @Test
    void everyOperationIsInTheTable() {
        JsonNode paths = Client.nobody(base)
                .get("/api/v1/openapi", "Accept", "application/json")
                .json()
                .get("paths");
        Set<String> documented = new TreeSet<>(paths.findValuesAsText("operationId"));
        Set<String> tested = RightsTable.ROWS.stream()
                .map(RightsTable.Row::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isNotEmpty().isEqualTo(tested);
    }

    @Test
    void everyRoleMayWhatTheTableSays() {
        SoftAssertions all = new SoftAssertions();
        for (Role role : Role.values()) {
            Account host = world.person("host");
            Account member = world.person("member");
            Project project = world.project(host);
            world.join(project, member, role);
            Client client = Client.withToken(base, world.token(member));
            for (RightsTable.Row row : RightsTable.ROWS) {
                if (row.operation().equals("deleteProject")) {
                    continue;
                }
                check(
                        all,
                        row,
                        role.name(),
                        client,
                        new RightsTable.Scene(world, project, host, member),
                        RightsTable.expected(row, role));
            }
            RightsTable.Row last = row("deleteProject");
            check(
                    all,
                    last,
                    role.name(),
                    client,
                    new RightsTable.Scene(world, project, host, member),
                    RightsTable.expected(last, role));
        }
        all.assertAll();
    }

    @Test
    void ownersOfOtherProjectsAndStrangersFindNothing() {
        SoftAssertions all = new SoftAssertions();
        Account host = world.person("host");
        Project project = world.project(host);
        Account stranger = world.person("stranger");
        Account foreign = world.person("foreign");
        world.project(foreign);
        for (RightsTable.Row row : RightsTable.ROWS) {
            int expected = RightsTable.expectedOfStranger(row);
            for (Account account : Set.of(stranger, foreign)) {
                Client client = Client.withToken(base, world.token(account));
                check(all, row, account.name(), client, new RightsTable.Scene(world, project, host, account), expected);
            }
            RightsTable.Scene scene = new RightsTable.Scene(world, project, host, host);
            check(all, row, "nobody", Client.nobody(base), scene, RightsTable.expectedOfNobody(row));
        }
        all.assertAll();
    }

    @Test
    void tokensDoNoMoreThanTheirScopesAndTheirProject() {
        SoftAssertions all = new SoftAssertions();
        Account owner = world.person("owner");
        Account host = world.person("host");
        Project project = world.project(host);
        world.join(project, owner, Role.OWNER);
        Client reader = Client.withToken(
                base, world.token(owner, Set.of(TokenScope.READ)).secret());
        Client elsewhere = Client.withToken(base, world.tokenFor(owner, world.project(owner)));
        for (RightsTable.Row row : RightsTable.ROWS) {
            RightsTable.Scene scene = new RightsTable.Scene(world, project, host, owner);
            boolean reads = RightsTable.scope(row)
                    .filter(scope -> scope != TokenScope.READ)
                    .isEmpty();
            check(all, row, "read token", reader, scene, reads ? RightsTable.expected(row, Role.OWNER) : 403);
            if (row.need() instanceof RightsTable.Need.InProject) {
                check(all, row, "token for another project", elsewhere, scene, 404);
            }
        }
        all.assertAll();
    }

    @Test
    void operatorsRunTheInstallationAndOpenNoProject() {
        SoftAssertions all = new SoftAssertions();
        Account host = world.person("host");
        Project project = world.project(host);
        Account operator = world.person("operator", true);
        Client client = Client.withToken(base, world.token(operator));
        for (RightsTable.Row row : RightsTable.ROWS) {
            boolean operates = row.need() instanceof RightsTable.Need.Operator;
            int expected = operates ? row.success() : RightsTable.expectedOfStranger(row);
            check(all, row, "operator", client, new RightsTable.Scene(world, project, host, operator), expected);
        }
        all.assertAll();
    }

    private static RightsTable.Row row(String operation) {
        return RightsTable.ROWS.stream()
                .filter(row -> row.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static void check(
            SoftAssertions all, RightsTable.Row row, String who, Client client, RightsTable.Scene scene, int expected) {
        RightsTable.Call call = row.call().apply(scene);
        int status = client.statusOf(call.method(), call.path(), call.body(), call.headers());
        all.assertThat(status)
                .as("%s %s by %s", row.operation(), call.path(), who)
                .isEqualTo(expected);
    }
}
