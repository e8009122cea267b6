package com.realtimeconnect.user.media;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.page.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploading photos and videos, and taking them away. */
@RestController
@Tag(name = "Profile")
class AssetController {

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @PostMapping(path = "/profile/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a JPEG, PNG or WebP image up to 5 MB, or an MP4 or WebM video up to 25 MB")
    AssetResponse upload(@AuthenticationPrincipal AuthenticatedUser user, @RequestPart MultipartFile file) {
        return assets.upload(user.id(), file);
    }

    @GetMapping("/profile/assets")
    @Operation(summary = "My photos and videos, oldest first; never more than one page")
    Page<AssetResponse> list(@AuthenticationPrincipal AuthenticatedUser user) {
        return new Page<>(assets.of(user.id()), null);
    }

    @DeleteMapping("/profile/assets/{assetId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a photo or video, its stored file included")
    void remove(@AuthenticationPrincipal AuthenticatedUser user, @PathVariable UUID assetId) {
        assets.remove(user.id(), assetId);
    }
}
