package studio.diorama.dataset.file;

import java.util.Base64;

/// Two files written by OpenEXR 3.1 (through OpenCV 4.6's imwrite, ZIP compression): 7 × 19 pixels with
/// B = x / 4, G = y / 2 and R = x - y, as 32-bit and as 16-bit floats.
final class OpenExrBytes {

    private OpenExrBytes() {}

    static byte[] floats() {
        return Base64.getDecoder().decode(FLOATS);
    }

    static byte[] halves() {
        return Base64.getDecoder().decode(HALVES);
    }

    private static final String FLOATS = """
            di8xAQIAAABjaGFubmVscwBjaGxpc3QANwAAAEIAAgAAAAAAAAABAAAAAQAAAEcAAgAAAAAAAAABAAAAAQAAAFIAAgAAAAAAAAAB\
            AAAAAQAAAABjb21wcmVzc2lvbgBjb21wcmVzc2lvbgABAAAAA2RhdGFXaW5kb3cAYm94MmkAEAAAAAAAAAAAAAAABgAAABIAAABk\
            aXNwbGF5V2luZG93AGJveDJpABAAAAAAAAAAAAAAAAYAAAASAAAAbGluZU9yZGVyAGxpbmVPcmRlcgABAAAAAHBpeGVsQXNwZWN0\
            UmF0aW8AZmxvYXQABAAAAAAAgD9zY3JlZW5XaW5kb3dDZW50ZXIAdjJmAAgAAAAAAAAAAAAAAHNjcmVlbldpbmRvd1dpZHRoAGZs\
            b2F0AAQAAAAAAIA/AEkBAAAAAAAAHgIAAAAAAAAAAAAAzQAAAHhejdBhDYMwEIbhk4CESsDB2ilAAhKQcBKQUAkoWDsHSKgEJCxN\
            0/T7llB67w9C+pBrEFUR1WhFTLJR/4bP7mU+aacshYYtSy5atP3taFn6FTOJLUpebyNalslgq2eLUmhU0bKcLmzf2KKk5cmvaFnO\
            J3YsaFly0aJluRzYOaNlST/eJ4OW5bZj18T28w6ulr/ECa5dmyX3+qLtSRvR9iValu1WufKo9llWOyKLHZPF3ksX8LUv0T7JZp9l\
            tSOy2DGZ7ah0YVj+AJIRWmAQAAAATgAAAHheY2hoYGBoaDjgwMCg8MDhQAMKYGD4IPBA4YLBAYcNAQsSUFV2VCBDjh/IalFVTihA\
            hgIfkNU2NOxz2u8IgwftkSFcGAxpoBIA9AN0Qg==""";

    private static final String HALVES = """
            di8xAQIAAABjaGFubmVscwBjaGxpc3QANwAAAEIAAQAAAAAAAAABAAAAAQAAAEcAAQAAAAAAAAABAAAAAQAAAFIAAQAAAAAAAAAB\
            AAAAAQAAAABjb21wcmVzc2lvbgBjb21wcmVzc2lvbgABAAAAA2RhdGFXaW5kb3cAYm94MmkAEAAAAAAAAAAAAAAABgAAABIAAABk\
            aXNwbGF5V2luZG93AGJveDJpABAAAAAAAAAAAAAAAAYAAAASAAAAbGluZU9yZGVyAGxpbmVPcmRlcgABAAAAAHBpeGVsQXNwZWN0\
            UmF0aW8AZmxvYXQABAAAAAAAgD9zY3JlZW5XaW5kb3dDZW50ZXIAdjJmAAgAAAAAAAAAAAAAAHNjcmVlbldpbmRvd1dpZHRoAGZs\
            b2F0AAQAAAAAAIA/AEkBAAAAAAAA4gEAAAAAAAAAAAAAkQAAAHhe1cvJDcJQDARQH1IVIIRQqkIocT4JSz8cWCLEgcJIZvwX0wFz\
            sf00Fv3/yM90ESmPhKVapNS4zZi1xKhpMtc+hK7bGo64FsQdrfpAl8TGcA9dEe27aqBrYogI3RAPhi20JvYRoUocEkKJx4yTvj0q\
            9EU8xSZ09KjQJ/Gcm5M+PM6m7Z14KZt688jmF3geP1gQAAAAMwAAAHheY2hAAQxgAOUcgNIOyKJQqsEBLNqwpaWpqbGxCyLGUt8A\
            gttRBcFi9eiCYFEAVZI1Sw==""";
}
