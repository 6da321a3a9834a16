package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import com.github.stephengold.joltjni.BodyCreationSettings;
import com.github.stephengold.joltjni.BodyInterface;
import com.github.stephengold.joltjni.JobSystem;
import com.github.stephengold.joltjni.JobSystemSingleThreaded;
import com.github.stephengold.joltjni.Jolt;
import com.github.stephengold.joltjni.MapObj2Bp;
import com.github.stephengold.joltjni.ObjVsBpFilter;
import com.github.stephengold.joltjni.ObjVsObjFilter;
import com.github.stephengold.joltjni.PhysicsSystem;
import com.github.stephengold.joltjni.Quat;
import com.github.stephengold.joltjni.RVec3;
import com.github.stephengold.joltjni.ShapeRefC;
import com.github.stephengold.joltjni.TempAllocator;
import com.github.stephengold.joltjni.TempAllocatorMalloc;
import com.github.stephengold.joltjni.enumerate.EActivation;
import com.github.stephengold.joltjni.enumerate.EBodyType;
import com.github.stephengold.joltjni.enumerate.EMotionQuality;
import com.github.stephengold.joltjni.enumerate.EMotionType;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.Orientation;
import studio.diorama.dataset.frame.ResolvedPose;

/// Falls by Jolt Physics, on one thread, so that the same bodies always come to rest in the same places.
///
/// What falls is its convex hull; what stays is its triangles. Jolt is made for things of a metre, so a tabletop is
/// simulated ten times larger under ten times the gravity.
public final class JoltDrop implements DropSimulation {

    /// Simulated lengths a metre.
    static final float SCALE = 10;

    private static final int STAYS = 0;
    private static final int FALLS = 1;
    private static final int LAYERS = 2;
    private static final float STEP_SECONDS = 1 / 120f;
    private static final float GRAVITY = -9.81f * SCALE;
    private static final float FRICTION = 0.6f;
    private static final float BOUNCE = 0.1f;
    private static final int MOST_BODIES = 65_536;
    private static final int MOST_CONTACTS = 65_536;

    private final JoltShapes shapes;

    /// @throws studio.diorama.common.DioramaException where Jolt does not run on this machine
    public JoltDrop() {
        JoltLibrary.load();
        shapes = new JoltShapes();
    }

    /// One at a time: the cache of shapes is shared.
    @Override
    public synchronized List<ResolvedPose> settle(List<Body> bodies) {
        requireNonNull(bodies, "bodies is null");
        try (MapObj2Bp layers = new MapObj2Bp(LAYERS, LAYERS).add(STAYS, STAYS).add(FALLS, FALLS);
                ObjVsBpFilter broad = new ObjVsBpFilter(LAYERS, LAYERS).disablePair(STAYS, STAYS);
                ObjVsObjFilter narrow = new ObjVsObjFilter(LAYERS).disablePair(STAYS, STAYS);
                PhysicsSystem system = new PhysicsSystem();
                TempAllocator memory = new TempAllocatorMalloc();
                JobSystem jobs = new JobSystemSingleThreaded(Jolt.cMaxPhysicsJobs)) {
            system.init(
                    Math.min(MOST_BODIES, bodies.size() + 1), 0, MOST_CONTACTS, MOST_CONTACTS, layers, broad, narrow);
            system.setGravity(0, GRAVITY, 0);
            BodyInterface interfaces = system.getBodyInterfaceNoLock();
            List<Integer> ids =
                    bodies.stream().map(body -> add(interfaces, body)).toList();
            system.optimizeBroadPhase();
            int steps = (int) StrictMath.rint(LONGEST / STEP_SECONDS);
            for (int step = 0; step < steps && system.getNumActiveBodies(EBodyType.RigidBody) > 0; step++) {
                system.update(STEP_SECONDS, 1, memory, jobs);
            }
            List<ResolvedPose> rest = new ArrayList<>();
            for (int i = 0; i < bodies.size(); i++) {
                rest.add(
                        bodies.get(i).falls()
                                ? pose(interfaces, ids.get(i), bodies.get(i))
                                : bodies.get(i).pose());
                interfaces.removeBody(ids.get(i));
                interfaces.destroyBody(ids.get(i));
            }
            return rest;
        }
    }

    private int add(BodyInterface interfaces, Body body) {
        ShapeRefC shape = shapes.get(body.asset(), body.pose().scale(), body.falls());
        Vector3 position = body.pose().position().times(SCALE);
        Orientation turn = body.pose().orientation();
        try (BodyCreationSettings settings = new BodyCreationSettings(
                shape.getPtr(),
                new RVec3(position.x(), position.y(), position.z()),
                new Quat((float) turn.x(), (float) turn.y(), (float) turn.z(), (float) turn.w()).normalized(),
                body.falls() ? EMotionType.Dynamic : EMotionType.Static,
                body.falls() ? FALLS : STAYS)) {
            settings.setFriction(FRICTION);
            settings.setRestitution(BOUNCE);
            if (body.falls()) {
                // Thin floors would be jumped over in one step.
                settings.setMotionQuality(EMotionQuality.LinearCast);
            }
            return interfaces.createAndAddBody(
                    settings, body.falls() ? EActivation.Activate : EActivation.DontActivate);
        }
    }

    private static ResolvedPose pose(BodyInterface interfaces, int id, Body body) {
        RVec3 position = interfaces.getPosition(id);
        Quat turn = interfaces.getRotation(id);
        return new ResolvedPose(
                new Vector3(position.xx() / SCALE, position.yy() / SCALE, position.zz() / SCALE),
                new Orientation(turn.getX(), turn.getY(), turn.getZ(), turn.getW()),
                body.pose().scale());
    }
}
