/// How a rectangular source looks from a place: exactly for diffuse light (Lambert's formula for polygons, clipped at the
/// horizon), by its point nearest to the mirrored view for glossy light (Karis 2013).

struct Rectangle {
    vec3 towards;            // unit, to the point that glossy light comes from
    float share;             // share of the cosine-weighted hemisphere, 0..1
    float cosine;            // of `towards`
    float size;              // tangent
};

/// Lambert: sum over edges of angle times the cosine of the edge's plane.
float edge(vec3 a, vec3 b, vec3 n) {
    vec3 across = cross(a, b);
    float s = length(across);
    if (s < 1e-9) {
        return 0.0;
    }
    return atan(s, dot(a, b)) * dot(across, n) / s;
}

Rectangle rectangleSeen(vec3 place, vec3 n, vec3 mirrored, vec3 centre, vec3 halfU, vec3 halfV) {
    Rectangle r = Rectangle(n, 0.0, 0.0, 0.0);
    vec3 shining = normalize(cross(halfU, halfV));
    vec3 middle = centre - place;
    if (dot(middle, shining) >= 0.0) {
        return r;
    }
    vec3 corners[4];
    corners[0] = middle - halfU - halfV;
    corners[1] = middle + halfU - halfV;
    corners[2] = middle + halfU + halfV;
    corners[3] = middle - halfU + halfV;
    float sum = 0.0;
    vec3 entry = vec3(0.0);
    vec3 leaving = vec3(0.0);
    bool clipped = false;
    for (int i = 0; i < 4; i++) {
        vec3 a = corners[i];
        vec3 b = corners[(i + 1) & 3];
        float ha = dot(a, n);
        float hb = dot(b, n);
        if (ha <= 0.0 && hb <= 0.0) {
            continue;
        }
        if (ha < 0.0) {
            a = mix(a, b, ha / (ha - hb));
            entry = a;
            clipped = true;
        }
        if (hb < 0.0) {
            b = mix(a, b, ha / (ha - hb));
            leaving = b;
            clipped = true;
        }
        sum += edge(a, b, n);
    }
    if (clipped) {
        sum += edge(leaving, entry, n);
    }
    // Corners run clockwise as seen from the lit side.
    r.share = abs(sum) / (2.0 * PI);

    float slant = dot(mirrored, shining);
    vec3 hitting = middle;
    if (slant < -1e-4) {
        hitting = mirrored * (dot(middle, shining) / slant);
    } else {
        hitting = middle + mirrored * length(middle);
    }
    vec3 offset = hitting - middle;
    vec3 nearest = middle + halfU * clamp(dot(offset, halfU) / dot(halfU, halfU), -1.0, 1.0)
            + halfV * clamp(dot(offset, halfV) / dot(halfV, halfV), -1.0, 1.0);
    r.towards = normalize(nearest);
    r.cosine = dot(n, r.towards);
    if (r.cosine <= 0.0) {
        r.towards = normalize(middle);
        r.cosine = max(dot(n, r.towards), 0.02);
    }
    r.size = sqrt(4.0 * length(cross(halfU, halfV)) / PI) / length(middle);
    return r;
}
