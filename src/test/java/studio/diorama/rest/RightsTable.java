package studio.diorama.rest;

import static studio.diorama.auth.Action.EDIT_PROJECT;
import static studio.diorama.auth.Action.MANAGE_PEOPLE;
import static studio.diorama.auth.Action.RELEASE;
import static studio.diorama.auth.Action.REMOVE_PROJECT;
import static studio.diorama.auth.Action.RUN_JOBS;
import static studio.diorama.auth.Action.SEE_ALL;
import static studio.diorama.auth.Action.SEE_RELEASED;
import static studio.diorama.auth.Action.UPLOAD;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.diorama.auth.Action;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;

/// Every operation with what it needs, and one call of it that only rights can refuse.
final class RightsTable {

    private RightsTable() {}

    /// Who may call an operation.
    sealed interface Need {

        /// Members whose role allows the action.
        ///
        /// @param hidden whether the object is one that only those see who see all; the others are told it
        ///     is not there
        record InProject(Action action, boolean hidden) implements Need {}

        /// Everybody who is signed in; programs need the scope.
        record SignedIn(TokenScope scope) implements Need {}

        /// Those who run the installation.
        record Operator() implements Need {}

        /// Anybody at all.
        record Nothing() implements Need {}
    }

    /// A request.
    record Call(String method, String path, byte[] body, String... headers) {

        static Call get(String path, Object... ids) {
            return new Call("GET", path.formatted(ids), null);
        }

        static Call send(String method, String path, String json) {
            return new Call(
                    method,
                    path,
                    json.getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    "*");
        }
    }

    /// Where a call happens.
    ///
    /// @param host an owner who is not the caller
    /// @param caller who calls; the host where nobody does
    record Scene(World world, Project project, Account host, Account caller) {

        Asset photo() {
            return world.photo(project, host);
        }

        String api(String path, Object... ids) {
            return "/api/v1/" + path.formatted(ids);
        }

        String inProject(String path) {
            return "/api/v1/projects/" + project.id() + path;
        }

        String unseenResult() {
            return world.result(world.succeeded(project, host, photo())).id().toString();
        }

        String releasedResult() {
            return world.result(world.released(project, host, photo())).id().toString();
        }

        String member() {
            Account other = world.person("member");
            world.join(project, other, Role.VIEWER);
            return other.id().toString();
        }
    }

    /// @param operation the id in the OpenAPI document
    /// @param success the status of an allowed call
    record Row(String operation, Need need, int success, Function<Scene, Call> call) {}

    private static Row row(String operation, Action action, int success, Function<Scene, Call> call) {
        return new Row(operation, new Need.InProject(action, false), success, call);
    }

    private static Row hidden(String operation, Action action, int success, Function<Scene, Call> call) {
        return new Row(operation, new Need.InProject(action, true), success, call);
    }

    private static Row own(String operation, TokenScope scope, int success, Function<Scene, Call> call) {
        return new Row(operation, new Need.SignedIn(scope), success, call);
    }

    private static Call tus(String method, String path, byte[] body, String... more) {
        String[] headers = java.util.Arrays.copyOf(more, more.length + 2);
        headers[more.length] = "Tus-Resumable";
        headers[more.length + 1] = "1.0.0";
        return new Call(method, path, body, headers);
    }

    private static String job(Asset photo) {
        return "{\"spec\": %s}".formatted(JobSpecCodec.write(World.noise(photo)));
    }

    static final List<Row> ROWS = List.of(
            own("listProjects", TokenScope.READ, 200, at -> Call.get(at.api("projects"))),
            own(
                    "createProject",
                    TokenScope.WRITE,
                    201,
                    at -> Call.send("POST", at.api("projects"), "{\"name\":\"A\"}")),
            row("getProject", SEE_RELEASED, 200, at -> Call.get(at.inProject(""))),
            row("changeProject", EDIT_PROJECT, 200, at -> Call.send("PATCH", at.inProject(""), "{\"name\":\"B\"}")),
            row("deleteProject", REMOVE_PROJECT, 204, at -> new Call("DELETE", at.inProject(""), null)),
            row("listMembers", SEE_ALL, 200, at -> Call.get(at.inProject("/members"))),
            row(
                    "changeMember",
                    MANAGE_PEOPLE,
                    204,
                    at -> Call.send("PATCH", at.inProject("/members/" + at.member()), "{\"role\":\"EDITOR\"}")),
            row(
                    "removeMember",
                    MANAGE_PEOPLE,
                    204,
                    at -> new Call("DELETE", at.inProject("/members/" + at.member()), null)),
            row("listInvitations", MANAGE_PEOPLE, 200, at -> Call.get(at.inProject("/invitations"))),
            row(
                    "createInvitation",
                    MANAGE_PEOPLE,
                    201,
                    at -> Call.send(
                            "POST", at.inProject("/invitations"), "{\"email\":\"x@example.org\",\"role\":\"VIEWER\"}")),
            row(
                    "revokeInvitation",
                    MANAGE_PEOPLE,
                    204,
                    at -> new Call(
                            "DELETE",
                            at.inProject("/invitations/" + at.world().invitation(at.project(), at.host())),
                            null)),
            // Only a browser accepts; a program is told that there is no such invitation.
            own(
                    "acceptInvitation",
                    TokenScope.READ,
                    404,
                    at -> Call.send("POST", at.api("invitations/accept"), "{\"secret\":\"x\"}")),
            new Row(
                    "describeUploads",
                    new Need.Nothing(),
                    204,
                    at -> new Call("OPTIONS", at.inProject("/uploads"), null)),
            row(
                    "createUpload",
                    UPLOAD,
                    201,
                    at -> tus(
                            "POST",
                            at.inProject("/uploads"),
                            null,
                            "Upload-Length",
                            "9",
                            "Upload-Metadata",
                            "filename YQ==")),
            new Row(
                    "describeUpload",
                    new Need.Nothing(),
                    204,
                    at -> new Call("OPTIONS", at.api("uploads/%s", at.project().id()), null)),
            row("getUploadOffset", UPLOAD, 200, at -> tus("HEAD", upload(at), null)),
            row(
                    "appendToUpload",
                    UPLOAD,
                    204,
                    at -> tus(
                            "PATCH",
                            upload(at),
                            new byte[5],
                            "Upload-Offset",
                            "0",
                            "Content-Type",
                            "application/offset+octet-stream")),
            row("deleteUpload", UPLOAD, 204, at -> tus("DELETE", upload(at), null)),
            row("listAssets", SEE_RELEASED, 200, at -> Call.get(at.inProject("/assets"))),
            hidden(
                    "getAsset",
                    SEE_RELEASED,
                    200,
                    at -> Call.get(at.api("assets/%s", at.photo().id()))),
            hidden("getAsset", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s", at.unseenResult()))),
            row("getAsset", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s", at.releasedResult()))),
            hidden(
                    "deleteAsset",
                    UPLOAD,
                    204,
                    at -> new Call("DELETE", at.api("assets/%s", at.photo().id()), null)),
            row("deleteAsset", RELEASE, 204, at -> new Call("DELETE", at.api("assets/%s", at.releasedResult()), null)),
            hidden(
                    "getContent",
                    SEE_RELEASED,
                    200,
                    at -> Call.get(at.api("assets/%s/content", at.photo().id()))),
            row("getContent", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s/content", at.releasedResult()))),
            hidden(
                    "headContent",
                    SEE_RELEASED,
                    200,
                    at -> new Call(
                            "HEAD", at.api("assets/%s/content", at.photo().id()), null)),
            hidden(
                    "getThumbnail",
                    SEE_RELEASED,
                    200,
                    at -> Call.get(at.api("assets/%s/thumbnail", at.photo().id()))),
            row("getThumbnail", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s/thumbnail", at.releasedResult()))),
            hidden("getLineage", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s/lineage", at.unseenResult()))),
            hidden("getManifest", SEE_RELEASED, 200, at -> Call.get(at.api("assets/%s/manifest", at.unseenResult()))),
            row("listJobs", SEE_RELEASED, 200, at -> Call.get(at.inProject("/jobs"))),
            row("createJob", RUN_JOBS, 201, at -> Call.send("POST", at.inProject("/jobs"), job(at.photo()))),
            hidden("getJob", SEE_RELEASED, 200, at -> Call.get(at.api("jobs/%s", queued(at)))),
            row("getJob", SEE_RELEASED, 200, at -> Call.get(at.api("jobs/%s", released(at)))),
            hidden("cancelJob", RUN_JOBS, 200, at -> new Call("POST", at.api("jobs/%s/cancel", queued(at)), null)),
            hidden("retryJob", RUN_JOBS, 200, at -> new Call("POST", at.api("jobs/%s/retry", cancelled(at)), null)),
            hidden("getRerunForm", SEE_RELEASED, 200, at -> Call.get(at.api("jobs/%s/rerun", queued(at)))),
            hidden("getJobPreview", SEE_RELEASED, 200, at -> Call.get(at.api("jobs/%s/preview", running(at)))),
            hidden(
                    "rerunJob",
                    RUN_JOBS,
                    201,
                    at -> Call.send("POST", at.api("jobs/%s/rerun", queued(at)), "{\"changes\":{\"seed\":8}}")),
            hidden("getJobLog", SEE_RELEASED, 200, at -> Call.get(at.api("jobs/%s/log", queued(at)))),
            row("getJobLog", SEE_ALL, 200, at -> Call.get(at.api("jobs/%s/log", released(at)))),
            hidden("deleteJob", RELEASE, 204, at -> new Call("DELETE", at.api("jobs/%s", cancelled(at)), null)),
            row("listReleases", SEE_RELEASED, 200, at -> Call.get(at.inProject("/releases"))),
            hidden(
                    "createRelease",
                    RELEASE,
                    201,
                    at -> Call.send("POST", at.inProject("/releases"), "{\"job\":\"%s\"}".formatted(succeeded(at)))),
            row("getRelease", SEE_RELEASED, 200, at -> Call.get(at.inProject("/releases/" + released(at)))),
            row(
                    "deleteRelease",
                    RELEASE,
                    204,
                    at -> new Call("DELETE", at.inProject("/releases/" + released(at)), null)),
            row("listenToProject", SEE_RELEASED, 200, at -> Call.get(at.inProject("/events"))),
            own("listPipelines", TokenScope.READ, 200, at -> Call.get(at.api("pipelines"))),
            own("getPipeline", TokenScope.READ, 200, at -> Call.get(at.api("pipelines/camera-noise"))),
            own("getMe", TokenScope.READ, 200, at -> Call.get(at.api("me"))),
            own(
                    "changeMe",
                    TokenScope.WRITE,
                    200,
                    at -> Call.send("PATCH", at.api("me"), "{\"colorScheme\":\"DARK\"}")),
            own("listTokens", TokenScope.READ, 200, at -> Call.get(at.api("tokens"))),
            own(
                    "createToken",
                    TokenScope.ADMIN,
                    201,
                    at -> Call.send(
                            "POST",
                            at.api("tokens"),
                            "{\"name\":\"t\",\"scopes\":[\"READ\"],\"days\":1,\"project\":null}")),
            own(
                    "revokeToken",
                    TokenScope.ADMIN,
                    204,
                    at -> new Call(
                            "DELETE",
                            at.api(
                                    "tokens/%s",
                                    at.world()
                                            .token(at.caller(), java.util.Set.of(TokenScope.READ))
                                            .token()
                                            .id()),
                            null)),
            new Row("listWorkers", new Need.Operator(), 200, at -> Call.get(at.api("workers"))),
            new Row(
                    "changeWorker",
                    new Need.Operator(),
                    204,
                    at -> Call.send("PATCH", at.api("workers/%s", at.world().worker()), "{\"draining\":true}")),
            new Row("listAudit", new Need.Operator(), 200, at -> Call.get(at.api("audit"))));

    private static String upload(Scene at) {
        return at.api(
                "uploads/%s", at.world().upload(at.project(), at.caller(), 9).id());
    }

    private static String queued(Scene at) {
        return at.world().queued(at.project(), at.host(), at.photo()).id().toString();
    }

    private static String running(Scene at) {
        return at.world().running(at.project(), at.host(), at.photo()).id().toString();
    }

    private static String cancelled(Scene at) {
        return at.world().cancelled(at.project(), at.host(), at.photo()).id().toString();
    }

    private static String succeeded(Scene at) {
        return at.world().succeeded(at.project(), at.host(), at.photo()).id().toString();
    }

    private static String released(Scene at) {
        return at.world().released(at.project(), at.host(), at.photo()).id().toString();
    }

    /// The status that a member's call has to get.
    static int expected(Row row, Role role) {
        return switch (row.need()) {
            case Need.InProject in when in.hidden() && !SEE_ALL.isAllowedTo(role) -> 404;
            case Need.InProject in -> in.action().isAllowedTo(role) ? row.success() : 403;
            case Need.SignedIn anybody -> row.success();
            case Need.Operator operator -> 403;
            case Need.Nothing nothing -> row.success();
        };
    }

    /// The status for somebody signed in who does not belong to the project.
    static int expectedOfStranger(Row row) {
        return row.need() instanceof Need.InProject ? 404 : expected(row, Role.OWNER);
    }

    /// The status for nobody.
    static int expectedOfNobody(Row row) {
        return row.need() instanceof Need.Nothing ? row.success() : 401;
    }

    /// The scope that a program needs.
    static Optional<TokenScope> scope(Row row) {
        return switch (row.need()) {
            case Need.InProject in -> Optional.of(in.action().scope());
            case Need.SignedIn anybody -> Optional.of(anybody.scope());
            case Need.Operator operator -> Optional.of(TokenScope.ADMIN);
            case Need.Nothing nothing -> Optional.empty();
        };
    }
}
