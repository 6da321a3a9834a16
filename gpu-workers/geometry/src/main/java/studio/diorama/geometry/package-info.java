/// What a thing is made of: meshes, materials, textures, and models that join them and move.
///
/// Space is as in glTF: right-handed, +Y up, metres, radians; triangles wind counter-clockwise seen from outside;
/// texture coordinates begin at the top left. Start reading at [Mesh], then [Material], [Part], [Model] and [Pose].
///
/// Arrays are not copied on their way in or out: whoever makes one hands it over and changes it no more.
package studio.diorama.geometry;
