package com.realtimeconnect.user.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.KeyAgreement;

/** Reads and writes P-256 private keys as PKCS#8 PEM. The file has no public key that Java would read, so it is computed. */
final class EcKeys {

    private static final Pattern PRIVATE = block("PRIVATE KEY");
    private static final Pattern PUBLIC = block("PUBLIC KEY");
    private static final ECParameterSpec P256 = p256();

    private EcKeys() {}

    static KeyPair generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static String toPem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** @throws GeneralSecurityException if this is not a P-256 private key as PKCS#8 PEM */
    static ECPrivateKey fromPem(String text) throws GeneralSecurityException {
        var encoded = decode(PRIVATE, text, "There is no PRIVATE KEY block (PKCS#8)");
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        if (!(key instanceof ECPrivateKey ec) || !ec.getParams().getCurve().equals(P256.getCurve())) {
            throw new InvalidKeyException("The key is not on the curve P-256");
        }
        return ec;
    }

    /** @throws GeneralSecurityException if this is not a P-256 public key as X.509 PEM */
    static ECPublicKey publicFromPem(String text) throws GeneralSecurityException {
        var encoded = decode(PUBLIC, text, "There is no PUBLIC KEY block (X.509)");
        var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        if (!(key instanceof ECPublicKey ec) || !ec.getParams().getCurve().equals(P256.getCurve())) {
            throw new InvalidKeyException("The key is not on the curve P-256");
        }
        return ec;
    }

    private static byte[] decode(Pattern block, String text, String complaint) throws InvalidKeyException {
        var pem = block.matcher(text);
        if (!pem.find()) {
            throw new InvalidKeyException(complaint);
        }
        return Base64.getMimeDecoder().decode(pem.group(1));
    }

    private static Pattern block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----");
    }

    /**
     * The public point of a private scalar d is d·G. Agreeing on a secret with G as the other side's public key gives the
     * x of that point, in the provider's own careful arithmetic; the curve's equation gives two y, of which one verifies.
     */
    static ECPublicKey publicKeyOf(ECPrivateKey key) throws GeneralSecurityException {
        var x = new BigInteger(1, agreeWithGenerator(key));
        var y = rootOfCurveAt(x);
        var candidate = publicKey(x, y);
        return verifies(key, candidate) ? candidate : publicKey(x, prime().subtract(y));
    }

    private static byte[] agreeWithGenerator(ECPrivateKey key) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(
                publicKey(P256.getGenerator().getAffineX(), P256.getGenerator().getAffineY()), true);
        return agreement.generateSecret();
    }

    /** A square root of x³ + ax + b; the prime is 3 modulo 4, so that it is a plain power. */
    private static BigInteger rootOfCurveAt(BigInteger x) {
        var curve = P256.getCurve();
        var square = x.modPow(BigInteger.valueOf(3), prime())
                .add(curve.getA().multiply(x))
                .add(curve.getB())
                .mod(prime());
        return square.modPow(prime().add(BigInteger.ONE).shiftRight(2), prime());
    }

    private static boolean verifies(ECPrivateKey key, PublicKey candidate) throws GeneralSecurityException {
        var probe = new byte[] {1, 2, 3};
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(probe);
        var signed = signature.sign();
        signature.initVerify(candidate);
        signature.update(probe);
        return signature.verify(signed);
    }

    private static ECPublicKey publicKey(BigInteger x, BigInteger y) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256));
    }

    private static BigInteger prime() {
        return ((ECFieldFp) P256.getCurve().getField()).getP();
    }

    private static ECParameterSpec p256() {
        try {
            return ((ECPublicKey) generate().getPublic()).getParams();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("This Java has no P-256", never);
        }
    }
}
